/** How much of a container's annotations a client wants with it: none, their names, or all of them. */
export type ContainerPreference = 'minimal' | 'names' | 'descriptions';

const INCLUDED: Readonly<Record<string, ContainerPreference>> = {
  'http://www.w3.org/ns/ldp#PreferMinimalContainer': 'minimal',
  'http://www.w3.org/ns/oa#PreferContainedIRIs': 'names',
  'http://www.w3.org/ns/oa#PreferContainedDescriptions': 'descriptions',
};

/**
 * Reads `Prefer: return=representation;include="…"` (Web Annotation Protocol, section 4.2.1). Of two that exclude each
 * other neither counts, as when nothing is asked for.
 */
export function preferenceIn(header: string | null): ContainerPreference | null {
  const included = /;\s*include="([^"]{0,400})"/i.exec(header ?? '')?.[1] ?? '';
  const asked = included
    .split(/\s+/)
    .flatMap((name) => (Object.hasOwn(INCLUDED, name) ? (INCLUDED[name] ?? []) : []));
  if (asked.includes('names') && asked.includes('descriptions')) return null;
  return asked.find((one) => one !== 'minimal') ?? asked[0] ?? null;
}
