import { useEffect, useRef, useState } from 'preact/hooks';
import type { ActionName, Input, Value } from '../contract/api.ts';
import { type Answer, call } from './server.ts';

export interface Loading<T> {
  readonly value: T | null;
  readonly error: (Answer<T> & { ok: false }) | null;
  readonly busy: boolean;
  reload(): void;
}

/** Loads an action's value and again whenever its input changes; an answer that was overtaken is dropped. */
export function useAnswer<A extends ActionName>(name: A, input: Input<A>): Loading<Value<A>> {
  const [{ to, answer }, setState] = useState<{ to: string; answer: Answer<Value<A>> | null }>({
    to: '',
    answer: null,
  });
  const [turn, setTurn] = useState(0);
  // What is asked, in words that can be compared; another turn asks the same again.
  const asked = turn + JSON.stringify(input);
  useEffect(() => {
    let awaited = true;
    void call(name, input).then((answer) => {
      if (awaited) setState({ to: asked, answer });
    });
    return () => {
      awaited = false;
    };
  }, [name, asked]);
  return {
    value: answer?.ok ? answer.value : null,
    error: answer?.ok ? null : answer,
    // From the moment that something else is asked: an old answer is never taken for the new one.
    busy: to !== asked,
    reload: () => setTurn((n) => n + 1),
  };
}

export interface Doing {
  readonly busy: boolean;
  readonly error: string | null;
  /** Runs one action at a time; the outcome is handed on only when it went well. */
  run<A extends ActionName>(name: A, input: Input<A>, done: (value: Value<A>) => void): void;
  clear(): void;
}

export function useDoing(): Doing {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const running = useRef(false);
  return {
    busy,
    error,
    clear: () => setError(null),
    run(name, input, done) {
      if (running.current) return;
      running.current = true;
      setBusy(true);
      setError(null);
      void call(name, input).then((answer) => {
        running.current = false;
        setBusy(false);
        if (answer.ok) done(answer.value);
        else setError(answer.message);
      });
    },
  };
}

/** A value that follows another once it has been still for a while: search and codes while typing. */
export function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), 300);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

const kept = new Map<string, unknown>();

/** State of a tab that outlives the steps taken from it: a search still stands when one comes back. */
export function useKept<T>(name: string, initial: T): [T, (value: T) => void] {
  const [value, setValue] = useState((kept.has(name) ? kept.get(name) : initial) as T);
  const keep = (next: T): void => {
    kept.set(name, next);
    setValue(next);
  };
  return [value, keep];
}
