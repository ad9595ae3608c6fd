'use client';

import { Download, EyeOff, Table2 } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { type ReactNode, useId, useRef, useState } from 'react';
import { buttonStyle } from '@/components/ui/button';
import { Menu } from '@/components/ui/menu';
import { save } from '@/lib/client/save-file';
import { BYTE_ORDER_MARK, writeTable } from '@/lib/domain/formats/csv-table';
import { useChartSource } from './chart-source';
import { type FileLines, svgText } from './svg-text';

type CsvRows = readonly (readonly string[])[];

interface ChartFrameProps {
  /** Of the section, for links to it. */
  id: string;
  /** The question that the picture answers; it stays in every state. */
  question: string;
  /** How to read it. */
  lead?: ReactNode;
  /** What the marks mean, before the picture. */
  legend?: ReactNode;
  /** What changes the picture, beside the legend. */
  tools?: ReactNode;
  /** The picture; its first `svg` that is an image without `data-part` is what is downloaded. */
  children: ReactNode;
  /** Of how many it speaks, and by which method. */
  note?: ReactNode;
  /** The same as a table; null where there is nothing to show. */
  table?: ReactNode;
  /** Rows of the table as a file, its head first; null without one. */
  csv?: (() => CsvRows) | CsvRows | null;
  /** What a file is called, without its ending. */
  fileName: string;
  /** Of how many the rows of the file are. */
  of?: { people: number; votes?: number } | undefined;
  /** There is a picture to take along. */
  hasPicture?: boolean;
  /** That it is the reader's own and nobody else sees it, in words; null for what is of everybody. */
  ownWords?: string | null;
  /** Makes the file of the picture where it is more than the one `svg` of the page. */
  drawPicture?: ((lines: FileLines) => string) | null;
  /** What the picture shows now, for its file: the lens and its claim. */
  showing?: string | null;
}

/** Of how many a note speaks, and what it does not show. */
export const strong = (chunks: ReactNode) => <b className="font-strong text-ink">{chunks}</b>;

/** Question, how to read it, picture, whom it speaks of, its table and its files: the frame of every chart. */
export function ChartFrame(props: ChartFrameProps) {
  const {
    id,
    question,
    lead,
    legend,
    tools,
    children,
    note,
    table,
    csv,
    fileName,
    of,
    hasPicture = false,
    drawPicture = null,
    showing = null,
    ownWords = null,
  } = props;
  const t = useTranslations('stances.frame');
  const format = useFormatter();
  const { motion, room } = useChartSource();
  const [isTableOpen, setIsTableOpen] = useState(false);
  const picture = useRef<HTMLDivElement>(null);
  const key = useRef<HTMLDivElement>(null);
  const said = useRef<HTMLParagraphElement>(null);
  const tableId = useId();
  const asOf = () => format.dateTime(new Date(), { dateStyle: 'long' });
  const takeSvg = () => {
    const lines = {
      question,
      about: [motion, ...(room ? [room] : []), ...(showing ? [showing] : [])],
      notes: [said.current?.textContent ?? '', t('asOf', { date: asOf() })].filter(
        (note) => note.trim() !== '',
      ),
    };
    const take = (text: string) => save(`${fileName}.svg`, 'image/svg+xml', text);
    if (drawPicture) return take(drawPicture(lines));
    // Of the sizes of one picture the one that is seen; icons of controls are no images.
    const all = [...(picture.current?.querySelectorAll('svg[role="img"]:not([data-part])') ?? [])];
    const svg = all.find((one) => one.getClientRects().length > 0);
    if (svg instanceof SVGSVGElement) take(svgText(svg, lines, key.current));
  };
  const takeCsv = () => {
    if (!csv) return;
    const [head, ...rows] = typeof csv === 'function' ? csv() : csv;
    if (!head) return;
    // In columns, as a line of words above the head would be read as one: of how many, of what, and when.
    const more = [
      ...(of ? [[t('people'), String(of.people)] as const] : []),
      ...(of?.votes === undefined ? [] : [[t('votes'), String(of.votes)] as const]),
      [t('question'), question] as const,
      [t('motion'), motion] as const,
      [t('date'), asOf()] as const,
    ];
    const table = [
      [...head, ...more.map(([name]) => name)],
      ...rows.map((row) => [...row, ...more.map(([, value]) => value)]),
    ];
    save(`${fileName}.csv`, 'text/csv', BYTE_ORDER_MARK + writeTable(table));
  };
  const isTaken = hasPicture || drawPicture !== null;
  return (
    <section
      aria-labelledby={id}
      className={ownWords === null ? 'chart-frame' : 'own-check'}
      data-own={ownWords === null ? undefined : ''}
    >
      <header className="chart-head">
        <div className="grid gap-1">
          <h2 id={id} className="text-heading font-strong text-balance">
            {question}
          </h2>
          {lead ? <p className="max-w-measure text-ui text-muted text-pretty">{lead}</p> : null}
          {ownWords === null ? null : (
            <p className="flex items-center gap-1.5 text-caption">
              <EyeOff aria-hidden="true" className="size-4" strokeWidth={1.75} />
              {ownWords}
            </p>
          )}
        </div>
        {table || isTaken ? (
          <div className="chart-tools no-print">
            {table ? (
              <button
                type="button"
                aria-expanded={isTableOpen}
                aria-controls={tableId}
                aria-label={t(isTableOpen ? 'hideTableOf' : 'tableOf', { question })}
                onClick={() => setIsTableOpen(!isTableOpen)}
                className={buttonStyle({ variant: 'quiet', size: 'small' })}
              >
                <Table2 aria-hidden="true" className="size-4" strokeWidth={1.75} />
                {t(isTableOpen ? 'hideTable' : 'table')}
              </button>
            ) : null}
            {isTaken || csv ? (
              <Menu
                label={t('downloadOf', { question })}
                buttonClassName={buttonStyle({ variant: 'quiet', size: 'small' })}
                items={[
                  ...(isTaken ? [{ label: t('svg'), onSelect: takeSvg }] : []),
                  ...(csv ? [{ label: t('csv'), onSelect: takeCsv }] : []),
                ]}
              >
                <Download aria-hidden="true" className="size-4" strokeWidth={1.75} />
                {t('download')}
              </Menu>
            ) : null}
          </div>
        ) : null}
      </header>
      {legend || tools ? (
        <div ref={key} className="chart-legend">
          {legend}
          {tools}
        </div>
      ) : null}
      <div ref={picture}>{children}</div>
      {table ? (
        <div id={tableId} hidden={!isTableOpen} className="chart-table">
          {table}
        </div>
      ) : null}
      {note ? (
        <p ref={said} className="max-w-measure text-caption text-muted text-pretty">
          {note}
        </p>
      ) : null}
    </section>
  );
}
