import { CircleAlert } from 'lucide-react';

/** Why something was not taken, under the form whose text is still there. */
export function SendProblem({ message }: { message: string | null }) {
  return (
    <div role="alert" className="text-caption empty:hidden">
      {message === null ? null : (
        <p className="flex gap-1.5 text-danger">
          <CircleAlert aria-hidden="true" className="mt-px size-4 flex-none" />
          <span>{message}</span>
        </p>
      )}
    </div>
  );
}
