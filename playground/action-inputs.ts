import { toJSONSchema } from 'zod/mini';
import { inputs } from '../src/entry/inputs.ts';

/** Every action with the shape of its input, as `action --list` prints it. An import also takes `file`, a CSV's path. */
export function describeInputs(): Record<string, object> {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, schema]) => {
      const { properties = {}, required = [] } = toJSONSchema(schema) as {
        properties?: object;
        required?: string[];
      };
      return [name, { properties, required }];
    }),
  );
}
