/** A run of a document's text that is stored separately. Pieces never change: instead of changing one, another replaces it. */
export interface Piece {
  /** Unique in its document, for ever. */
  readonly id: string;
  readonly text: string;
}

/** Marks a piece's place in the frame of a divided document: JSON text holds no control characters. */
export const PIECE_MARK = '\u0001';

/** How a document is divided from here on. */
export interface Division {
  /** Ids of all pieces, in the order of the marks in the frame. */
  readonly ids: readonly string[];
  readonly added: readonly Piece[];
  readonly dropped: readonly string[];
}

/** The text of a divided document as if it had been stored whole. */
export function joinPieces(frame: string, texts: readonly string[]): string {
  const parts = frame.split(PIECE_MARK);
  return parts.map((part, at) => part + (texts[at] ?? '')).join('');
}
