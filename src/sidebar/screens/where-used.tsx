import { useState } from 'preact/hooks';
import type { WhereUsed as Used, UseKind } from '../../contract/api.ts';
import { navigation } from '../navigation.ts';
import { Button } from '../parts/button.tsx';
import { FromTo } from '../parts/from-to.tsx';
import { Notice } from '../parts/layout.tsx';
import { Failure, Waiting } from '../parts/outcome.tsx';
import { Places } from '../parts/places.tsx';
import { useAnswer, useDoing } from '../use-answer.ts';
import { grouped, many } from '../words.ts';

/** Where a code is used, by kind, and what can be done with it. */
export function WhereUsed({ code }: { code: string }) {
  const [all, setAll] = useState(false);
  const used = useAnswer('whereUsed', { code, all });
  const { value } = used;
  if (!value) return <Waiting answer={used} what="Finding where it is used" />;
  return (
    <div class="item-body">
      {value.openRename ? <RenameNote used={value} /> : null}
      {value.kinds.map((kind) => (
        <Kind key={kind.kind} kind={kind} code={code} />
      ))}
      {!all && value.kinds.some((kind) => kind.count > kind.places.length) ? (
        <Button kind="text" onClick={() => setAll(true)}>
          Show all places
        </Button>
      ) : null}
      <CodeActions used={value} />
    </div>
  );
}

function RenameNote({ used }: { used: Used }) {
  const rename = used.openRename;
  if (!rename) return null;
  return (
    <Notice tone="plain" title="A rename is not finished" live={false}>
      <p>
        <FromTo {...rename} />: {grouped(rename.done)} of {many(rename.total, 'item')} updated.
      </p>
      <Button kind="text" onClick={() => navigation.open({ is: 'checklist', run: rename.run })}>
        Continue
      </Button>
    </Notice>
  );
}

function Kind({ kind, code }: { kind: UseKind; code: string }) {
  const filtering = useDoing();
  const [said, setSaid] = useState<string | null>(null);
  const sheet = kind.places[0]?.link.sheet;
  return (
    <section>
      <h2 class="split">
        <span>{kind.title}</span>
        <span>{grouped(kind.count)}</span>
      </h2>
      <Places places={kind.places} />
      {sheet && kind.count > 3 ? (
        <Button
          kind="text"
          busy={filtering.busy}
          onClick={() => filtering.run('filterToCode', { sheet, code }, ({ message }) => setSaid(message))}
        >
          Filter the sheet to all {grouped(kind.count)}
        </Button>
      ) : null}
      {said ? <p role="status">{said}</p> : null}
      <Failure message={filtering.error} />
    </section>
  );
}

function CodeActions({ used }: { used: Used }) {
  const { code, canDelete, blockedBecause, row } = used;
  if (row === null) return null;
  return (
    <>
      <div class="actions">
        <Button onClick={() => navigation.open({ is: 'rename', code })}>Rename</Button>
        <Button onClick={() => navigation.open({ is: 'merge', code })}>Merge</Button>
        <Button
          disabled={!canDelete}
          describedBy={canDelete ? undefined : `blocked-${row}`}
          onClick={() => navigation.open({ is: 'deleteCode', code })}
        >
          Delete
        </Button>
      </div>
      {blockedBecause === null ? null : (
        <>
          <p id={`blocked-${row}`} class="quiet">
            {blockedBecause}
          </p>
          <Button kind="text" onClick={() => navigation.open({ is: 'deleteCode', code })}>
            What stands in the way
          </Button>
        </>
      )}
    </>
  );
}
