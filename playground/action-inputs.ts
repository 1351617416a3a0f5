import { toJSONSchema } from 'zod/mini';
import type { ActionName } from '../src/contract/api.ts';
import { inputOf, shapes } from '../src/entry/inputs.ts';

/** Every action with the shape of its input, as `action --list` prints it. An import also takes `file`, a CSV's path. */
export function describeInputs(): Record<string, object> {
  return Object.fromEntries(
    (Object.keys(shapes) as ActionName[]).map((name) => {
      const { properties = {}, required = [] } = toJSONSchema(inputOf(name), {
        unrepresentable: 'any',
        override: describeCustom,
      }) as {
        properties?: object;
        required?: string[];
      };
      return [name, { properties, required }];
    }),
  );
}

/** The one input that zod does not describe: decisions on conflicts, one for all or one for each. */
function describeCustom({
  zodSchema,
  jsonSchema,
}: {
  zodSchema: { _zod: { def: { type: string } } };
  jsonSchema: object;
}): void {
  if (zodSchema._zod.def.type !== 'custom') return;
  const decision = { type: 'string', enum: ['sheet', 'file'] };
  Object.assign(jsonSchema, { anyOf: [decision, { type: 'object', additionalProperties: decision }] });
}
