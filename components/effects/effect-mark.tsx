import './effects.css';
import { useTranslations } from 'next-intl';
import type { EffectMark as Mark } from './effect-marks';

/*
 * Two dots stand for two groups: apart with a wall between them, joined in one ring, side by side, or not yet drawn. Ink
 * alone: sides have colours, groups have none.
 */
const SHAPES: Readonly<Record<Mark, React.ReactNode>> = {
  divides: (
    <>
      <circle cx="2.5" cy="5" r="2" fill="currentColor" />
      <circle cx="13.5" cy="5" r="2" fill="currentColor" />
      <path d="M8 0V10" stroke="currentColor" strokeWidth="1.5" />
    </>
  ),
  unites: (
    <>
      <circle cx="6.2" cy="5" r="1.8" fill="currentColor" />
      <circle cx="9.8" cy="5" r="1.8" fill="currentColor" />
      <rect
        x="2.2"
        y="0.7"
        width="11.6"
        height="8.6"
        rx="4.3"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.3"
      />
    </>
  ),
  untouched: (
    <>
      <circle cx="4.5" cy="5" r="2" fill="none" stroke="currentColor" strokeWidth="1.2" />
      <circle cx="11.5" cy="5" r="2" fill="none" stroke="currentColor" strokeWidth="1.2" />
    </>
  ),
  few: <path d="M2 5H14" stroke="currentColor" strokeWidth="1.5" strokeDasharray="1.5 2.5" />,
  answer: <path d="M2 5H14" stroke="currentColor" strokeWidth="1.5" strokeDasharray="4 3" />,
};

/** The shape alone: its words stand beside it, or in the name of what holds it. */
export function EffectShape({ mark }: { mark: Mark }) {
  return (
    <svg viewBox="0 0 16 10" className="effect-shape" aria-hidden="true" focusable="false">
      {SHAPES[mark]}
    </svg>
  );
}

/** What a claim does to the groups: a shape, a word, and how loud the two are. */
export function EffectMark({ mark, id }: { mark: Mark; id?: string }) {
  const t = useTranslations('effects.mark');
  return (
    <span id={id} className="effect-mark" data-effect={mark}>
      <EffectShape mark={mark} />
      <span className="effect-word">{t(mark)}</span>
    </span>
  );
}
