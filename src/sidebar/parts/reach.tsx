import type { Checklist, RenamePreview, RunResult } from '../../contract/api.ts';
import { navigation } from '../navigation.ts';
import { many } from '../words.ts';
import { ChangeList } from './change-list.tsx';
import { Card } from './layout.tsx';
import { Rest } from './more.tsx';
import { RowLink } from './row-link.tsx';

/** Where a rename or a merge leads: to its checklist, or straight back when nothing is left to do by hand. */
export function finishRename({ checklist, ...result }: RunResult & { checklist: Checklist | null }): void {
  if (checklist) navigation.open({ is: 'checklist', run: result.run, message: result.message });
  else navigation.finish(result);
}

/** What a rename or a merge changes for you, what it leaves for you, and what it leaves alone. */
export function Reach({ preview }: { preview: RenamePreview }) {
  const { forYou, byHand, mentions, mentioned, summary } = preview;
  const lines = [
    ['Codes', many(forYou.codes, 'row')],
    ['Paths', many(forYou.paths + forYou.steps, 'cell')],
    ['Records', many(forYou.records, 'row')],
  ] as const;
  const items = byHand.length;
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
      <Card title={items === 0 ? 'Nothing for you to change' : `For you to change: ${many(items, 'item')}`}>
        {items > 0 ? <p class="quiet">These live in the LMS. You get a checklist after the change.</p> : null}
        <ul class="rows">
          {byHand.map((item) => (
            <li key={item.link.label}>
              <div>{item.title || `${item.type} ${item.objectId}`}</div>
              <div class="row-detail">
                {[item.type, item.owner].filter(Boolean).join(' \u00b7 ')} <RowLink to={item.link} />
              </div>
            </li>
          ))}
        </ul>
      </Card>
      {mentioned > 0 ? (
        <details class="changes">
          <summary>
            {many(mentioned, 'text mentions', 'texts mention')} the code, and {mentioned === 1 ? 'is' : 'are'}{' '}
            left alone
          </summary>
          <ul class="rows">
            {mentions.map((place) => (
              <li key={`${place.link.label} ${place.detail}`}>
                <div>{place.title}</div>
                <div class="row-detail">
                  {place.detail} <RowLink to={place.link} />
                </div>
              </li>
            ))}
          </ul>
          <Rest left={mentioned - mentions.length} />
        </details>
      ) : null}
    </>
  );
}
