import type { OpinionClaim } from '@/lib/domain/stance/opinion/opinion-view';

/** Claims in parts, each under its own head: of one group, or between two. */
export function PartsTable({
  caption,
  head,
  parts,
  language,
}: {
  caption: string;
  /** Of the columns, that of the claim first. */
  head: readonly string[];
  parts: readonly {
    key: string | number;
    title: string;
    /** As many cells as `head` has after its first. */
    rows: readonly { claim: OpinionClaim; cells: readonly (string | number)[] }[];
    /** What stands in the place of rows where there are none. */
    none: string;
  }[];
  /** Of the claims. */
  language: string;
}) {
  return (
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          {head.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      {parts.map(({ key, title, rows, none }) => (
        <tbody key={key}>
          <tr>
            <th scope="rowgroup" colSpan={head.length} className="text-ui">
              {title}
            </th>
          </tr>
          {rows.map(({ claim: { claimId, code, text }, cells }) => (
            <tr key={claimId}>
              <th scope="row" className="font-serif">
                {code}{' '}
                <span lang={language} dir="auto">
                  {text}
                </span>
              </th>
              {cells.map((cell, index) => (
                <td key={head[index + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
          {rows.length === 0 ? (
            <tr>
              <td colSpan={head.length}>{none}</td>
            </tr>
          ) : null}
        </tbody>
      ))}
    </table>
  );
}
