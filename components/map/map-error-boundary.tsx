'use client';

import Link from 'next/link';
import { Component, type ReactNode } from 'react';
import { Button, buttonStyle } from '@/components/ui/button';
import type { MapTranslator } from './map-words';

interface MapErrorBoundaryProps {
  t: MapTranslator;
  outlineHref: string;
  children: ReactNode;
}

/** Keeps a canvas that breaks (or whose code does not arrive) from taking the panel and its drafts with it. */
export class MapErrorBoundary extends Component<MapErrorBoundaryProps, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render() {
    const { t, outlineHref, children } = this.props;
    if (!this.state.hasFailed) return children;
    return (
      <div className="map-notice" role="alert">
        <p className="font-serif text-claim font-strong">{t('state.errorTitle')}</p>
        <p className="mt-2 mb-4 text-ui text-muted">{t('state.errorText')}</p>
        <div className="flex justify-center gap-3">
          <Button variant="primary" onClick={() => this.setState({ hasFailed: false })}>
            {t('state.tryAgain')}
          </Button>
          <Link href={outlineHref} className={buttonStyle()}>
            {t('state.openOutline')}
          </Link>
        </div>
      </div>
    );
  }
}
