import { documentText } from './output/document.js';
import { tableOf } from './output/table.js';
import type { Session } from './session.js';
import { textOf, type Verb } from './verb.js';

export const definitions: Verb = {
  name: 'definitions',
  arguments: '[name]',
  summary: 'what a figure or an export means: what is counted, formula, window, time zone, parameters, fields, an example',
  examples: ['tenure definitions', 'tenure definitions retention', 'tenure definitions lifecycle --json | jq -r .formula'],
  async run(session: Session, [name]) {
    const client = await session.client();
    if (name !== undefined)
      return session.output.answer(await client.get('/v1/definitions/{name}', { path: { name: textOf(name) } }), (answer) => documentText(answer));
    const { items } = await client.get('/v1/definitions');
    if (session.json) for (const item of items) session.output.line(JSON.stringify(item));
    else {
      session.output.line(
        tableOf(items, [
          { title: 'name', value: (item) => item.name },
          { title: 'title', value: ({ title }) => title },
          { title: 'what it says', value: ({ summary }) => summary },
        ]),
      );
    }
  },
};
