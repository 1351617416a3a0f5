import { useEffect, useRef, useState } from 'preact/hooks';
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
    <div class="menus" ref={bar} onKeyDown={(event) => event.key === 'Escape' && setOpen(null)}>
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
            <div class="menu-list" role="menu" aria-label={heading ?? title}>
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
                    setOpen(null);
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
