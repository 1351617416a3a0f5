import { useEffect, useState } from 'preact/hooks';
import type { Checklist } from '../../contract/api.ts';
import { useNavigation } from '../navigation.ts';
import { Button } from '../parts/button.tsx';
import { Card, Loading, Notice, Progress, Screen, StepHeading } from '../parts/layout.tsx';
import { RowLink } from '../parts/row-link.tsx';
import { useAnswer, useDoing } from '../use-answer.ts';
import { grouped, many } from '../words.ts';

/** The content to change by hand, ticked here or in the sheet; a message per owner; Undo of the whole rename. */
export function ChecklistScreen({ run, message }: { run: string; message?: string }) {
  const navigation = useNavigation();
  const loaded = useAnswer('checklist', { run });
  const [list, setList] = useState<Checklist | null>(null);
  const doing = useDoing();
  useEffect(() => {
    if (loaded.value) setList(loaded.value);
  }, [loaded.value]);
  const footer = (
    <>
      <Button kind="primary" onClick={() => navigation.back()}>
        {list && list.done === list.total ? 'Finish' : 'Close'}
      </Button>
      <Button onClick={() => navigation.open({ is: 'undo', run })}>Undo</Button>
    </>
  );
  return (
    <Screen footer={footer} busy={doing.busy}>
      <StepHeading title="Rename checklist" />
      {message === undefined ? null : <Notice tone="ok" title={message} />}
      {loaded.error ? <Notice tone="error" title={loaded.error.message} /> : null}
      {doing.error ? <Notice tone="error" title={doing.error} /> : null}
      {!list && !loaded.error ? <Loading what="Reading the checklist" /> : null}
      {list ? (
        <>
          <p class="codes-line">
            <span class="code">{list.from}</span>
            <span class="arrow"> becomes </span>
            <span class="code">{list.to}</span>
          </p>
          <Progress done={list.done} total={list.total} label="Items updated" />
          <p class="quiet" role="status">
            {grouped(list.done)} of {many(list.total, 'item')} updated. Change each one in the LMS, then tick
            it.
          </p>
          <ul class="rows">
            {list.items.map((item) => (
              <li key={item.item}>
                <label class="check">
                  <input
                    type="checkbox"
                    checked={item.done}
                    disabled={doing.busy}
                    onChange={(event) =>
                      doing.run(
                        'tickChecklist',
                        { run, item: item.item, done: event.currentTarget.checked },
                        setList,
                      )
                    }
                  />
                  <span>{item.title || `${item.type} ${item.objectId}`}</span>
                </label>
                <div class="row-detail">
                  {[item.type, item.owner, item.note].filter(Boolean).join(' \u00b7 ')}{' '}
                  {item.link ? <RowLink to={item.link} /> : null}
                </div>
              </li>
            ))}
          </ul>
          <Owners list={list} />
        </>
      ) : null}
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
