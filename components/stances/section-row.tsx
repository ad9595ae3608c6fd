'use client';

import { FileText } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { currentSection } from './current-section';
import type { SectionName } from './sections';

/** Leads to the pictures of the page and says at which one is; on a phone a single choice. */
export function SectionRow({
  sections,
  reportHref,
}: {
  sections: readonly SectionName[];
  /** Of the room's report, for whoever may read it; null without one. */
  reportHref: string | null;
}) {
  const t = useTranslations('stances.sections');
  const [current, setCurrent] = useState<SectionName | null>(sections[0] ?? null);
  /** Gone to last: at the foot of the page its head may stand below the others. */
  const chosen = useRef<SectionName | null>(null);
  useEffect(() => {
    const find = () => {
      // Asked for anew each time: frames may be other elements than when the page was opened.
      const heads = sections.flatMap((name) => {
        const top = document.getElementById(name)?.getBoundingClientRect().top;
        return top === undefined ? [] : [{ name, top }];
      });
      const { scrollHeight, clientHeight, scrollTop } = document.documentElement;
      const isAtFoot = scrollTop + clientHeight >= scrollHeight - 2;
      setCurrent((before) => currentSection(heads, { isAtFoot, chosen: chosen.current }) ?? before);
    };
    let asked = 0;
    const follow = () => {
      cancelAnimationFrame(asked);
      asked = requestAnimationFrame(find);
    };
    follow();
    window.addEventListener('scroll', follow, { passive: true });
    window.addEventListener('resize', follow, { passive: true });
    return () => {
      cancelAnimationFrame(asked);
      window.removeEventListener('scroll', follow);
      window.removeEventListener('resize', follow);
    };
  }, [sections]);
  const choose = (name: SectionName) => {
    chosen.current = name;
    setCurrent(name);
  };
  const goTo = (name: SectionName) => {
    choose(name);
    const head = document.getElementById(name);
    head?.scrollIntoView();
    // Whoever chose it reads on from there.
    head?.setAttribute('tabindex', '-1');
    head?.focus({ preventScroll: true });
  };
  return (
    <div className="section-row no-print">
      <nav aria-label={t('label')} className="max-sm:hidden">
        <ul>
          {sections.map((name) => (
            <li key={name}>
              <a
                href={`#${name}`}
                aria-current={name === current ? 'location' : undefined}
                onClick={() => choose(name)}
              >
                {t(name)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <label className="flex flex-1 items-center gap-2 sm:hidden">
        <span className="sr-only">{t('label')}</span>
        <select
          value={current ?? ''}
          onChange={({ target }) => {
            const name = sections.find((one) => one === target.value);
            if (name) goTo(name);
          }}
        >
          {sections.map((name, index) => (
            <option key={name} value={name}>
              {t('of', { name: t(name), number: index + 1, count: sections.length })}
            </option>
          ))}
        </select>
      </label>
      {reportHref === null ? null : (
        <Link href={reportHref} className="section-row-report">
          <FileText aria-hidden="true" className="size-4" strokeWidth={1.75} />
          {t('report')}
        </Link>
      )}
    </div>
  );
}
