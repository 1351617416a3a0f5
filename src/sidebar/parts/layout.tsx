import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { navigation } from '../navigation.ts';
import { Icon, type IconName } from './icon.tsx';

/** The body of a screen, with its actions in a footer that stays in sight. */
export function Screen({
  children,
  footer,
  busy,
}: {
  children: ComponentChildren;
  footer?: ComponentChildren;
  busy?: boolean;
}) {
  return (
    <>
      <div class="body" aria-busy={busy || undefined}>
        {children}
      </div>
      {footer ? <div class="footer">{footer}</div> : null}
    </>
  );
}

/** Every tab's own heading: seen by screen readers, and where the focus goes on the way back. */
export function TabHeading({ title }: { title: string }) {
  return (
    <h1 class="hidden" tabIndex={-1}>
      {title}
    </h1>
  );
}

/** A sub-step: a way back, and a heading that takes the focus so that everybody knows where they are. */
export function StepHeading({ title }: { title: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  // A new title is a new step.
  useEffect(() => heading.current?.focus(), [title]);
  return (
    <div class="step-heading">
      <button type="button" class="icon-button" onClick={navigation.back} aria-label="Back">
        <Icon name="back" />
      </button>
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
    </div>
  );
}

/** One thing said: a verdict, an outcome, a failure. Failures are read out at once. */
export function Notice({
  tone,
  title,
  children,
  live = true,
  large,
}: {
  tone: 'error' | 'warning' | 'ok' | 'plain';
  title: string;
  children?: ComponentChildren;
  live?: boolean;
  large?: boolean;
}) {
  const icon: IconName | null = tone === 'plain' ? null : tone;
  return (
    <div
      class={`notice ${tone}${large ? ' large' : ''}`}
      role={live ? (tone === 'error' ? 'alert' : 'status') : undefined}
    >
      {icon ? <Icon name={icon} /> : null}
      <div>
        <strong>{title}</strong>
        {children}
      </div>
    </div>
  );
}

export function Loading({ what }: { what: string }) {
  return (
    <div class="loading" role="status">
      <div class="bar indeterminate" />
      <p>{what}</p>
    </div>
  );
}

export function Progress({ done, total, label }: { done: number; total: number; label: string }) {
  return (
    <div
      class="bar"
      role="progressbar"
      aria-valuemin={0}
      aria-valuemax={total}
      aria-valuenow={done}
      aria-label={label}
    >
      <div class="bar-done" style={{ width: `${total === 0 ? 0 : (100 * done) / total}%` }} />
    </div>
  );
}

export function Card({ title, children }: { title?: string; children: ComponentChildren }) {
  return (
    <section class="card">
      {title === undefined ? null : <h2>{title}</h2>}
      {children}
    </section>
  );
}
