import { useEffect, useState } from 'preact/hooks';
import type { Checklist } from '../../contract/api.ts';
import { navigation } from '../navigation.ts';
import { Button } from '../parts/button.tsx';
import { FromTo } from '../parts/from-to.tsx';
import { Card, Notice, Progress, Screen, StepHeading } from '../parts/layout.tsx';
import { Failure, Waiting } from '../parts/outcome.tsx';
import { RowLink } from '../parts/row-link.tsx';
import { useAnswer, useDoing } from '../use-answer.ts';
import { grouped, many } from '../words.ts';

/** The content to change by hand, ticked here or in the sheet; a message per owner; Undo of the whole rename. */
export function ChecklistScreen({ run, message }: { run: string; message?: string }) {
  const loaded = useAnswer('checklist', { run });
  const [list, setList] = useState<Checklist | null>(null);
  const doing = useDoing();
  // A tick shows at once; if it does not come to pass, it goes again.
  const [ticking, setTicking] = useState('');
  useEffect(() => {
    if (loaded.value) setList(loaded.value);
  }, [loaded.value]);
  const footer = (
    <>
      <Button kind="primary" onClick={navigation.back}>
        {list && list.done === list.total ? 'Finish' : 'Close'}
      </Button>
      <span class="quiet">Ticks are kept in the sheet</span>
    </>
  );
  return (
    <Screen footer={footer} busy={doing.busy}>
      <StepHeading title="Rename checklist" />
      <Waiting answer={loaded} what="Reading the checklist" />
      {list ? (
        <Notice tone={message === undefined ? 'plain' : 'ok'} title={message ?? 'Rename in progress'}>
          <p>
            <FromTo {...list} />
          </p>
          <Button onClick={() => navigation.open({ is: 'undo', run })}>Undo</Button>
        </Notice>
      ) : null}
      <Failure message={doing.error} />
      {list ? (
        <Card>
          <h2>
            <span role="status">
              {grouped(list.done)} of {many(list.total, 'item')} updated
            </span>
          </h2>
          <Progress done={list.done} total={list.total} label="Items updated" />
          <p class="quiet">Change each one in the LMS, then tick it.</p>
          <ul class="rows">
            {list.items.map((item) => (
              <li key={item.item}>
                <label class="check">
                  <input
                    type="checkbox"
                    checked={item.done !== (doing.busy && ticking === item.item)}
                    disabled={doing.busy}
                    onChange={() => {
                      setTicking(item.item);
                      doing.run('tickChecklist', { run, item: item.item, done: !item.done }, setList);
                    }}
                  />
                  <span class={item.done ? 'ticked' : undefined}>
                    {item.title || `${item.type} ${item.objectId}`}
                  </span>
                </label>
                <div class="row-detail under-check">
                  {[item.type, item.owner, item.note].filter(Boolean).join(' \u00b7 ')}{' '}
                  {item.link ? <RowLink to={item.link} /> : null}
                </div>
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
      {list ? <Owners list={list} /> : null}
    </Screen>
  );
}

function Owners({ list }: { list: Checklist }) {
  if (list.owners.length === 0) return null;
  return (
    <Card title="Ask the owners">
      {list.owners.map(({ owner, open, message }) => (
        <Message key={owner} owner={owner} open={open} message={message} />
      ))}
    </Card>
  );
}

/** The frame may not be allowed to reach the clipboard: then the text stands there, selected, to be copied by hand. */
function Message({ owner, open, message }: { owner: string; open: number; message: string }) {
  const [said, setSaid] = useState<string | null>(null);
  const [shown, setShown] = useState(false);
  const copy = (): void => {
    const fallback = (): void => {
      setShown(true);
      setSaid('Copy the text below.');
    };
    if (!navigator.clipboard) fallback();
    else navigator.clipboard.writeText(message).then(() => setSaid('Copied.'), fallback);
  };
  return (
    <div class="owner">
      <div class="split">
        <span>
          {owner === '' ? 'No owner' : owner} <span class="quiet">{many(open, 'item')}</span>
        </span>
        <Button kind="text" onClick={copy}>
          Copy message<span class="hidden"> for {owner}</span>
        </Button>
      </div>
      {said ? <p role="status">{said}</p> : null}
      {shown ? <textarea readOnly rows={6} value={message} aria-label={`Message for ${owner}`} /> : null}
    </div>
  );
}
