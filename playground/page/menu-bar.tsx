import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { State } from './server.ts';

interface Item {
  caption: string;
  run: () => void;
}

export function MenuBar({
  state,
  onOpen,
  onDownload,
  onRun,
  onFilterOff,
}: {
  state: State;
  onOpen: () => void;
  onDownload: () => void;
  onRun: (functionName: string) => void;
  onFilterOff: () => void;
}) {
  const [open, setOpen] = useState<string | null>(null);
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const away = (event: MouseEvent): void => {
      if (!bar.current?.contains(event.target as Node)) setOpen(null);
    };
    document.addEventListener('mousedown', away);
    return () => document.removeEventListener('mousedown', away);
  }, []);
  const list = useRef<HTMLDivElement>(null);
  // At once: the next key may come before the page is drawn.
  useLayoutEffect(() => list.current?.querySelector('button')?.focus(), [open]);
  const leave = (): void => {
    const title = list.current?.parentElement?.querySelector('button');
    setOpen(null);
    title?.focus();
  };
  /** As menus are walked everywhere: arrows round and round, Escape back to where it was opened. */
  const move = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') leave();
    const items = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = items.indexOf(document.activeElement as HTMLButtonElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
    if (to === undefined || at < 0) return;
    event.preventDefault();
    items.at(to % items.length)?.focus();
  };
  const menus: [string, string | null, Item[]][] = [
    [
      'File',
      null,
      [
        { caption: 'Open .xlsx', run: onOpen },
        { caption: 'Download .xlsx', run: onDownload },
      ],
    ],
    ['Data', null, [{ caption: 'Remove filter', run: onFilterOff }]],
    [
      'Extensions',
      'Qualification Codes',
      state.menu.map(({ caption, functionName }) => ({ caption, run: () => onRun(functionName) })),
    ],
  ];
  return (
    <div class="menus" ref={bar} onKeyDown={move}>
      {menus.map(([title, heading, items]) => (
        <div key={title} class="menu">
          <button
            type="button"
            aria-haspopup="menu"
            aria-expanded={open === title}
            onClick={() => setOpen(open === title ? null : title)}
          >
            {title}
          </button>
          {open === title ? (
            <div class="menu-list" role="menu" ref={list} aria-label={heading ?? title}>
              {heading ? (
                <div class="menu-heading" role="presentation">
                  {heading}
                </div>
              ) : null}
              {items.map((item) => (
                <button
                  key={item.caption}
                  type="button"
                  role="menuitem"
                  onClick={() => {
                    leave();
                    item.run();
                  }}
                >
                  {item.caption}
                </button>
              ))}
            </div>
          ) : null}
        </div>
      ))}
    </div>
  );
}
