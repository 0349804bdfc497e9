import { type ReactNode, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';

/** A link that opens a dialog, whose content is asked for only then. */
export function DialogLink({ text, children }: { readonly text: string; readonly children: ReactNode }): ReactNode {
  const say = useTranslations('figure');
  const dialog = useRef<HTMLDialogElement>(null);
  const [asked, setAsked] = useState(false);
  function open(): void {
    setAsked(true);
    dialog.current?.showModal();
  }
  return (
    <>
      <button type="button" className="link" onClick={open}>
        {text}
      </button>
      <dialog ref={dialog} aria-label={text} closedby="any">
        {asked ? children : null}
        <form method="dialog">
          <button type="submit">{say('close')}</button>
        </form>
      </dialog>
    </>
  );
}
