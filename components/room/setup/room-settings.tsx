'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { type ReactNode, useId, useState } from 'react';
import { roomHref } from '@/components/room/room-address';
import { StageStepper } from '@/components/room/stage-stepper';
import type { Waits } from '@/lib/domain/room/setup';
import type { RoomFrame } from '@/lib/domain/room/view';
import { ClassSection } from './class-section';
import { CopySection } from './copy-section';
import { DeleteSection } from './delete-section';
import { EndSection } from './end-section';
import { PlanEditor } from './plan-editor';

/** Everything about a class that its teachers decide, on one page. */
export function RoomSettings({ initial, waits }: { initial: RoomFrame; waits: Waits }) {
  const t = useTranslations('setup');
  const [room, setRoom] = useState(initial);
  return (
    <div className="mx-auto grid w-full max-w-[71rem] gap-10 px-4 pt-6 pb-16 sm:px-8">
      <header className="grid gap-1">
        <Link href={roomHref(room.slug)} className="justify-self-start py-1 text-ui text-ink">
          {t('back')}
        </Link>
        <h1 className="text-title font-strong tracking-[-0.012em]">{t('of', { name: room.name })}</h1>
      </header>
      <StageStepper room={room} />
      <div className="grid max-w-[46rem] gap-12">
        <Section title={t('plan.title')}>
          <PlanEditor room={room} onChange={setRoom} />
        </Section>
        <Section title={t('room.title')}>
          <ClassSection room={room} onChange={setRoom} />
        </Section>
        <Section title={t(room.stage === 'closed' ? 'close.closed' : 'close.title')}>
          <EndSection room={room} waits={waits} onChange={setRoom} />
        </Section>
        <Section title={t('copy.title')}>
          <CopySection room={room} />
        </Section>
        {room.can.remove ? (
          <Section title={t('delete.title')}>
            <DeleteSection room={room} />
          </Section>
        ) : null}
      </div>
    </div>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="grid gap-4">
      <h2 id={id} className="text-heading font-strong">
        {title}
      </h2>
      {children}
    </section>
  );
}
