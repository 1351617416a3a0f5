import { useState } from 'preact/hooks';
import type { MergeInput, MergePreview } from '../../contract/api.ts';
import { navigation } from '../navigation.ts';
import { Button } from '../parts/button.tsx';
import { Choices } from '../parts/choices.tsx';
import { Field, Verdict } from '../parts/field.tsx';
import { Loading, Screen, StepHeading } from '../parts/layout.tsx';
import { Rest } from '../parts/more.tsx';
import { finishRename, Reach } from '../parts/reach.tsx';
import { RowLink } from '../parts/row-link.tsx';
import { useAnswer, useDoing, useSettled } from '../use-answer.ts';
import { many } from '../words.ts';
import { Stale } from './confirm.tsx';

const LISTED = 10;
const KEEP = [
  ['both', 'Keep both records'],
  ['first', 'Keep the first'],
  ['last', 'Keep the last'],
] as const;

/** Two codes become one; doubled records of a person are shown, and which to keep is asked. */
export function MergeScreen({ code }: { code: string }) {
  const [into, setInto] = useState('');
  const [keep, setKeep] = useState<NonNullable<MergeInput['keep']>>('both');
  const settled = useSettled(into);
  const input = { from: code, into: settled, keep };
  const preview = useAnswer('previewMerge', input);
  const doing = useDoing();
  const typed = into.trim() !== '';
  const current = typed && settled === into && !preview.busy;
  const shown = current ? preview.value : null;
  const footer = (
    <>
      <Button
        kind="primary"
        disabled={!shown}
        busy={doing.busy}
        onClick={() => shown && doing.run('merge', { ...input, basedOn: shown.basedOn }, finishRename)}
      >
        {shown?.confirm ?? 'Merge'}
      </Button>
      <Button onClick={navigation.back}>Cancel</Button>
    </>
  );
  return (
    <Screen footer={footer} busy={doing.busy}>
      <StepHeading title={`Merge ${code}`} />
      <Stale doing={doing} preview={preview} />
      <p>
        <span class="code">{code}</span> goes, and everything that carries it gets the code you name here.
      </p>
      <Field label="Merge into" value={into} onInput={setInto} type="code" describedBy="verdict" />
      <Verdict id="verdict" verdict={shown?.verdict ?? null} error={typed ? preview.error?.message : null} />
      {typed && !current && !preview.error ? <Loading what="Working out what would change" /> : null}
      {shown?.doubled.length ? <Doubled doubled={shown.doubled} keep={keep} onKeep={setKeep} /> : null}
      {shown ? <Reach preview={shown} /> : null}
    </Screen>
  );
}

function Doubled({
  doubled,
  keep,
  onKeep,
}: {
  doubled: MergePreview['doubled'];
  keep: NonNullable<MergeInput['keep']>;
  onKeep: (keep: NonNullable<MergeInput['keep']>) => void;
}) {
  return (
    <Choices
      legend={`${many(doubled.length, 'person', 'people')} would have the same record twice`}
      name="keep"
      options={KEEP}
      value={keep}
      onChoose={onKeep}
    >
      <ul class="rows">
        {doubled.slice(0, LISTED).map(({ person, date, links }) => (
          <li key={`${person} ${date}`}>
            <div>{person}</div>
            <div class="row-detail">
              {date}{' '}
              {links.map((link) => (
                <RowLink key={link.label} to={link} />
              ))}
            </div>
          </li>
        ))}
      </ul>
      <Rest left={doubled.length - LISTED} />
    </Choices>
  );
}
