import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

/** What stands in the place of a picture: that something is so, why, and what can be done. */
export function FrameNotice({
  icon: Icon,
  title,
  children,
  action,
  isTrouble = false,
}: {
  icon: LucideIcon;
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  /** The icon alone is red. */
  isTrouble?: boolean;
}) {
  return (
    <div className="frame-notice">
      <Icon
        aria-hidden="true"
        strokeWidth={1.75}
        className={`mt-0.5 size-5 flex-none ${isTrouble ? 'text-danger' : ''}`}
      />
      <div className="grid flex-1 gap-0.5">
        <p className="text-ui">{title}</p>
        {children ? <p className="text-caption text-muted text-pretty">{children}</p> : null}
      </div>
      {action}
    </div>
  );
}
