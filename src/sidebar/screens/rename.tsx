import { useState } from 'preact/hooks';
import type { MergeInput, RenameInput, RenamePreview } from '../../contract/api.ts';
import { useNavigation } from '../navigation.ts';
import { Button } from '../parts/button.tsx';
import { ChangeList } from '../parts/change-list.tsx';
import { Field, Verdict } from '../parts/field.tsx';
import { Card, Loading, Notice, Screen, StepHeading } from '../parts/layout.tsx';
import { RowLink } from '../parts/row-link.tsx';
import { useAnswer, useDoing, useSettled } from '../use-answer.ts';
import { grouped, many } from '../words.ts';
import { useFinish } from './confirm.tsx';

/** What changes for you, and what you must change by hand, before anything changes. */
export function RenameScreen({ code }: { code: string }) {
  const navigation = useNavigation();
  const finish = useFinish();
  const [to, setTo] = useState('');
  const [records, setRecords] = useState(true);
  const [reason, setReason] = useState('');
  const settled = useSettled(to);
  const input: RenameInput = { from: code, to: settled, records, ...(reason === '' ? {} : { reason }) };
  const preview = useAnswer('previewRename', input);
  const doing = useDoing();
  const typed = to.trim() !== '';
  const verdict = typed ? (preview.value?.verdict ?? null) : null;
  const ready = verdict?.ok === true && settled === to && !preview.busy;
  const apply = (): void => {
    if (!preview.value) return;
    doing.run('rename', { ...input, basedOn: preview.value.basedOn }, ({ checklist, ...run }) => {
      if (checklist) navigation.open({ is: 'checklist', run: run.run, message: run.message });
      else finish(run);
    });
  };
  const footer = (
    <>
      <Button kind="primary" disabled={!ready} busy={doing.busy} onClick={apply}>
        {ready ? (preview.value?.confirm ?? 'Rename') : 'Rename'}
      </Button>
      <Button onClick={() => navigation.back()}>Cancel</Button>
    </>
  );
  return (
    <Screen footer={footer} busy={doing.busy}>
      <StepHeading title={`Rename ${code}`} />
      {doing.error ? (
        <Retry
          message={doing.error}
          onRetry={() => {
            doing.clear();
            preview.reload();
          }}
        />
      ) : null}
      <Field label="New code" value={to} onInput={setTo} code describedBy="verdict" />
      <Verdict id="verdict" verdict={verdict} error={typed ? (preview.error?.message ?? null) : null} />
      {verdict?.needsReason ? <Field label="Why it comes back" value={reason} onInput={setReason} /> : null}
      <label class="check">
        <input
          type="checkbox"
          checked={records}
          onChange={(event) => setRecords(event.currentTarget.checked)}
        />
        <span>Change training records, too</span>
      </label>
      {preview.busy && typed ? <Loading what="Working out what would change" /> : null}
      {ready && preview.value ? <Reach preview={preview.value} /> : null}
    </Screen>
  );
}

/** Two codes become one; doubled records of a person are shown, and which to keep is asked. */
export function MergeScreen({ code }: { code: string }) {
  const navigation = useNavigation();
  const finish = useFinish();
  const [into, setInto] = useState('');
  const [keep, setKeep] = useState<'both' | 'first' | 'last'>('both');
  const settled = useSettled(into);
  const input: MergeInput = { from: code, into: settled, keep };
  const preview = useAnswer('previewMerge', input);
  const doing = useDoing();
  const typed = into.trim() !== '';
  const ready = typed && settled === into && preview.value !== null && !preview.busy;
  const apply = (): void => {
    if (!preview.value) return;
    doing.run('merge', { ...input, basedOn: preview.value.basedOn }, ({ checklist, ...run }) => {
      if (checklist) navigation.open({ is: 'checklist', run: run.run, message: run.message });
      else finish(run);
    });
  };
  const doubled = ready ? (preview.value?.doubled ?? []) : [];
  const footer = (
    <>
      <Button kind="primary" disabled={!ready} busy={doing.busy} onClick={apply}>
        {ready ? (preview.value?.confirm ?? 'Merge') : 'Merge'}
      </Button>
      <Button onClick={() => navigation.back()}>Cancel</Button>
    </>
  );
  return (
    <Screen footer={footer} busy={doing.busy}>
      <StepHeading title={`Merge ${code}`} />
      {doing.error ? (
        <Retry
          message={doing.error}
          onRetry={() => {
            doing.clear();
            preview.reload();
          }}
        />
      ) : null}
      <p>{code} goes, and everything that carries it gets the code you name here.</p>
      <Field label="Merge into" value={into} onInput={setInto} code describedBy="verdict" />
      <Verdict
        id="verdict"
        verdict={ready ? (preview.value?.verdict ?? null) : null}
        error={typed ? (preview.error?.message ?? null) : null}
      />
      {doubled.length > 0 ? (
        <fieldset class="card">
          <legend>
            {many(doubled.length, 'person would have', 'people would have')} the same record twice
          </legend>
          {(
            [
              ['both', 'Keep both records'],
              ['first', 'Keep the first'],
              ['last', 'Keep the last'],
            ] as const
          ).map(([name, title]) => (
            <label key={name} class="check">
              <input type="radio" name="keep" checked={keep === name} onChange={() => setKeep(name)} />
              <span>{title}</span>
            </label>
          ))}
          <ul class="rows">
            {doubled.slice(0, 10).map(({ person, date, links }) => (
              <li key={`${person} ${date}`}>
                <div class="row-main">{person}</div>
                <div class="row-detail">
                  {date}{' '}
                  {links.map((link) => (
                    <RowLink key={link.label} to={link} />
                  ))}
                </div>
              </li>
            ))}
          </ul>
        </fieldset>
      ) : null}
      {ready && preview.value ? <Reach preview={preview.value} /> : null}
    </Screen>
  );
}

function Retry({ message, onRetry }: { message: string; onRetry: () => void }) {
  return (
    <Notice tone="error" title={message}>
      <Button kind="text" onClick={onRetry}>
        Show the new preview
      </Button>
    </Notice>
  );
}

function Reach({ preview }: { preview: RenamePreview }) {
  const { forYou, byHand, mentions, summary } = preview;
  const lines = [
    ['Codes', many(forYou.codes, 'row')],
    ['Paths', many(forYou.paths + forYou.steps, 'cell')],
    ['Records', many(forYou.records, 'row')],
  ] as const;
  return (
    <>
      <p>{summary[0]}</p>
      <Card title="Changed for you">
        <dl class="pairs">
          {lines.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <ChangeList preview={preview} />
      </Card>
      <Card
        title={
          byHand.length === 0
            ? 'Nothing for you to change'
            : `For you to change: ${many(byHand.length, 'item')}`
        }
      >
        {byHand.length > 0 ? (
          <p class="quiet">These live in the LMS. You get a checklist after the change.</p>
        ) : null}
        <ul class="rows">
          {byHand.map((item) => (
            <li key={item.link.label}>
              <div class="row-main">{item.title || `${item.type} ${item.objectId}`}</div>
              <div class="row-detail">
                {[item.type, item.owner].filter(Boolean).join(' \u00b7 ')} <RowLink to={item.link} />
              </div>
            </li>
          ))}
        </ul>
      </Card>
      {mentions.length > 0 ? (
        <details class="changes">
          <summary>{grouped(mentions.length)} places mention it in words (left alone)</summary>
          <ul class="rows">
            {mentions.map((place) => (
              <li key={`${place.link.label} ${place.detail}`}>
                <div class="row-main">{place.title}</div>
                <div class="row-detail">
                  {place.detail} <RowLink to={place.link} />
                </div>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  );
}
