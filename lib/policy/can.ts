import type { Actor } from './actor';
import { type Permission, permissions, type SubjectOf } from './permissions';

/** May this actor do this to this? True when one alternative of the permission holds in full. */
export function can<P extends Permission>(actor: Actor, permission: P, subject: SubjectOf[P]): boolean {
  // The map pairs each permission with predicates about its own subject; the pairing is checked by `satisfies` there.
  const alternatives = permissions[permission] as readonly (readonly ((
    actor: Actor,
    subject: SubjectOf[P],
  ) => boolean)[])[];
  return alternatives.some((all) => all.every((holds) => holds(actor, subject)));
}
