import type { ApiMethod } from './api';
import type { OutboxEntry } from './outbox-entry';

/** The HTTP request that carries out an entry. Same entry, same request: that is what makes a retry harmless. */
export function requestOf(entry: OutboxEntry): { method: ApiMethod; path: string; body: unknown } {
  const { action, seq, id: eventId } = entry;
  const room = `/rooms/${action.roomId}`;
  switch (action.type) {
    case 'vote': {
      const { choice, revision, voice } = action;
      return {
        method: 'PUT',
        path: `${room}/claims/${action.claimId}/vote`,
        body: { choice, revision, seq, eventId, ...(voice && { voice }) },
      };
    }
    case 'impact':
      return {
        method: 'PUT',
        path: `${room}/relations/${action.relationId}/impact`,
        body: { weight: action.weight, seq, eventId, ...(action.voice && { voice: action.voice }) },
      };
    case 'stance':
      return {
        method: 'PUT',
        path: `${room}/motions/${action.motionId}/stance`,
        body: { ...action.stance, seq, eventId },
      };
    case 'claim':
      return { method: 'POST', path: `${room}/claims`, body: action.input };
    case 'edit-claim':
      return { method: 'PATCH', path: `${room}/claims/${action.claimId}`, body: action.input };
    case 'edit-annotation':
      return { method: 'PATCH', path: `${room}/annotations/${action.annotationId}`, body: action.input };
    case 'annotation':
      return { method: 'POST', path: `${room}/annotations`, body: action.input };
  }
}
