import { Button } from './button';

interface Download<K extends string> {
  key: K;
  name: string;
  about: string;
  /** What its button is called for screen readers: it names the file. */
  label: string;
}

/** Files to take along, a button for each, and what went wrong with the last. */
export function DownloadList<K extends string>({
  files,
  buttonText,
  pending,
  trouble,
  onTake,
}: {
  files: readonly Download<K>[];
  buttonText: string;
  /** The one that is being made. */
  pending: K | null;
  trouble: string | null;
  onTake: (key: K) => void;
}) {
  return (
    <>
      <ul className="grid border-t border-hairline">
        {files.map(({ key, name, about, label }) => (
          <li
            key={key}
            className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 border-b border-hairline py-2"
          >
            <span>
              <span className="block font-strong">{name}</span>
              <span className="block text-caption text-muted text-pretty">{about}</span>
            </span>
            <Button size="small" isPending={pending === key} aria-label={label} onClick={() => onTake(key)}>
              {buttonText}
            </Button>
          </li>
        ))}
      </ul>
      <p role="alert" className="text-caption text-danger empty:hidden">
        {trouble}
      </p>
    </>
  );
}
