import { useTranslations } from 'next-intl';

/** Says that the address names a text, or a version of one, that is not there, and what is shown instead. */
export function UnknownText({
  unknown,
}: {
  unknown: { type: 'source'; key: string } | { type: 'version'; version: string };
}) {
  const t = useTranslations('text.unknown');
  return (
    <p role="status" className="no-print border-b border-hairline bg-wash px-5 py-2 text-caption">
      {unknown.type === 'source'
        ? t('source', { key: unknown.key })
        : t('version', { version: unknown.version })}
    </p>
  );
}
