import type { Input, ProgressPerson } from '../../contract/api.ts';
import { useAnswer } from '../use-answer.ts';
import { Icon } from './icon.tsx';
import { Waiting } from './outcome.tsx';
import { RowLink } from './row-link.tsx';

/** One person's steps as a bar; opened, why each step is done or not. */
export function Person({
  person,
  input,
  open,
  onToggle,
}: {
  person: ProgressPerson;
  input: Input<'progress'>;
  open: boolean;
  onToggle: () => void;
}) {
  const { name, steps, done } = person;
  return (
    <li>
      <button type="button" class="person" aria-expanded={open} onClick={onToggle}>
        <span class="person-name">{name}</span>
        <span class="steps" aria-hidden="true">
          {steps.map((state, i) => (
            <span key={i} class={`step ${state}`} />
          ))}
        </span>
        <span class="person-count">
          <span aria-hidden="true">
            {done}/{steps.length}
          </span>
          <span class="hidden">
            {done} of {steps.length} steps done
          </span>
        </span>
        <Icon name="down" />
      </button>
      {open ? <Why input={{ ...input, person: name }} /> : null}
    </li>
  );
}

function Why({ input }: { input: Input<'progress'> }) {
  const answer = useAnswer('progress', input);
  if (!answer.value) return <Waiting answer={answer} what="Looking at each step" />;
  return (
    <ol class="why">
      {answer.value.why?.map((step) => (
        <li key={step.step}>
          <span class={`step ${step.state}`} aria-hidden="true" />
          <div>
            <div>{step.title || step.code}</div>
            <div class="row-detail">
              {step.reason} {step.link ? <RowLink to={step.link} /> : null}
            </div>
          </div>
        </li>
      ))}
    </ol>
  );
}
