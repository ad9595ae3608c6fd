/** The two sides and the line between them: filled circle, ring. */
export function BrandMark({ className = 'h-4 w-[26px]' }: { className?: string }) {
  return (
    <svg viewBox="0 0 26 16" aria-hidden="true" className={`flex-none ${className}`}>
      <circle cx="6" cy="8" r="4.5" fill="currentColor" />
      <circle cx="20" cy="8" r="3.5" fill="none" stroke="currentColor" strokeWidth="2" />
      <path d="M13 1v14" stroke="currentColor" strokeWidth="1.5" />
    </svg>
  );
}
