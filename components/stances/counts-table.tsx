/** A table whose rows have a name each and a count below each column's head. */
export function CountsTable({
  caption,
  head,
  rows,
}: {
  caption: string;
  head: readonly string[];
  /** The name first, then as many cells as `head` has after its first. */
  rows: readonly (readonly string[])[];
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
      <tbody>
        {rows.map(([name, ...counts]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {counts.map((count, index) => (
              <td key={head[index + 1]}>{count}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
