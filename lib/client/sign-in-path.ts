/** Address of the sign-in page that leads back to this very place. */
export const signInPath = ({ pathname, search }: { pathname: string; search: string }): string =>
  `/sign-in?next=${encodeURIComponent(pathname + search)}`;
