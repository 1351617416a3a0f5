import { useEffect, useRef, useState } from 'preact/hooks';
import { atMost } from './at-most.ts';
import { bridge } from './bridge.ts';
import { ask } from './server.ts';

/** As many calls as Google lets run at once; the next one waits. */
const AT_ONCE = 10;

/**
 * The real sidebar in a frame with the platform's sandbox words but `allow-same-origin`: its origin is opaque, so it can
 * reach neither this page nor its token, only the calls that it is lent.
 */
export function SidebarFrame({
  title,
  onChanged,
  onClose,
}: {
  title: string;
  onChanged: () => void;
  onClose: () => void;
}) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [html, setHtml] = useState<string | null>(null);
  useEffect(() => {
    void ask<string>('sidebarHtml').then((text) =>
      setHtml(text.replace('<head>', `<head><script>${bridge}</script>`)),
    );
  }, []);
  useEffect(() => {
    const inTurn = atMost(AT_ONCE);
    const call = async (id: number, name: string, args: unknown[]): Promise<void> => {
      let reply: object;
      try {
        reply = { id, value: await inTurn(() => ask<unknown>('rpc', { name, args })) };
      } catch (error) {
        reply = { id, error: error instanceof Error ? error.message : String(error) };
      }
      frame.current?.contentWindow?.postMessage(reply, '*');
      onChanged();
    };
    const listen = (event: MessageEvent): void => {
      if (event.source !== frame.current?.contentWindow) return;
      const message = event.data as {
        call?: string;
        id?: number;
        args?: unknown[];
        close?: true;
        focus?: true;
      };
      if (message.close) onClose();
      else if (message.focus) document.querySelector<HTMLElement>('[role="grid"]')?.focus();
      else if (typeof message.call === 'string' && typeof message.id === 'number') {
        void call(message.id, message.call, message.args ?? []);
      }
    };
    window.addEventListener('message', listen);
    return () => window.removeEventListener('message', listen);
  }, [onChanged, onClose]);
  return (
    <aside class="sidebar" aria-label={title}>
      <div class="sidebar-title">
        <h2>{title}</h2>
        <button type="button" aria-label="Close the sidebar" onClick={onClose}>
          {'\u2715'}
        </button>
      </div>
      {html === null ? null : (
        <iframe
          ref={frame}
          title={title}
          srcDoc={html}
          sandbox="allow-scripts allow-forms allow-popups allow-downloads allow-modals allow-popups-to-escape-sandbox"
        />
      )}
    </aside>
  );
}
