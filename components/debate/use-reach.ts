'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useRef } from 'react';
import { useContributionActions, useMapParts } from '@/lib/client/contributions';
import type { DebateView } from '@/lib/domain/debate/view';

/** How long after the page is there the whole map's structure is asked for: first what is looked at. */
const WHOLE_AFTER_MS = 300;

/**
 * Reads what is missing of a large debate: the claim that the address names with what is around it, once for each, and the
 * structure of the whole, on which strengths rest. For a debate that was read whole it does nothing.
 */
export function useReach(
  debate: DebateView,
  code: string | null,
): (idOrCode: string) => Promise<string | null> {
  const parts = useMapParts();
  const { announce } = useContributionActions();
  const t = useTranslations('contribute.part');
  const latest = useRef(debate);
  useEffect(() => {
    latest.current = debate;
  }, [debate]);
  const isPart = debate.part !== null;
  const motionId = debate.motion.id;

  useEffect(() => {
    if (!isPart) return;
    const timer = setTimeout(() => {
      if (latest.current.motion.id === motionId) void parts.loadWhole();
    }, WHOLE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [isPart, motionId, parts]);

  // What is around a claim that is looked at: its replies and what is tied to it.
  const asked = useRef(new Set<string>());
  const isMotion = code === debate.motion.code;
  useEffect(() => {
    if (!isPart || code === null || isMotion) return;
    const key = `${motionId} ${code}`;
    if (asked.current.has(key)) return;
    asked.current.add(key);
    void parts.loadClaim(code).then((came) => {
      if (!came) asked.current.delete(key);
    });
  }, [isPart, isMotion, motionId, code, parts]);

  return useCallback(
    async (idOrCode) => {
      const find = () =>
        latest.current.claims.find(({ id, code: own }) => id === idOrCode || own === idOrCode);
      const known = find();
      if (known || latest.current.part === null) return known?.id ?? null;
      const came = await parts.loadClaim(idOrCode);
      // One turn for the debate on the page to take in what came.
      await new Promise((resolve) => setTimeout(resolve));
      const found = came ? find() : undefined;
      if (!found) announce(t('failed'));
      return found?.id ?? null;
    },
    [parts, announce, t],
  );
}
