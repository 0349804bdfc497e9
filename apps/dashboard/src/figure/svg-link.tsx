import type { ReactNode, RefObject } from 'react';
import { useTranslations } from 'use-intl';
import { saveFile } from './save-file.js';

/** How a chart looks that stands by itself. */
const drawn = ['fill', 'stroke', 'stroke-width', 'opacity', 'font-size', 'font-weight', 'font-family'];

/** The chart as a file of its own: what style sheets say of it is written to its elements. */
export function SvgLink({ within, name }: { readonly within: RefObject<HTMLElement | null>; readonly name: string }): ReactNode {
  const say = useTranslations('figure');
  function save(): void {
    const chart = within.current?.querySelector('svg');
    if (!chart) return;
    const copy = chart.cloneNode(true) as SVGSVGElement;
    const originals = [chart, ...chart.querySelectorAll('*')];
    [copy, ...copy.querySelectorAll('*')].forEach((element, at) => {
      const style = getComputedStyle(originals[at]!);
      for (const property of drawn) element.setAttribute(property, style.getPropertyValue(property));
      element.removeAttribute('class');
    });
    copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
    saveFile(`${name}.svg`, new Blob([new XMLSerializer().serializeToString(copy)], { type: 'image/svg+xml' }));
  }
  return (
    <button type="button" className="link" onClick={save}>
      {say('svg')}
    </button>
  );
}
