export interface ModelsState {
  /** The model whose fits are shown; left out: the first in the list. */
  readonly model?: string;
}

export function modelsState(search: Record<string, unknown>): ModelsState {
  const { model } = search;
  return typeof model === 'string' && model !== '' ? { model } : {};
}
