import { expect, it } from 'vitest';

import { teamFileJsonSchema } from '#core/team-file';

it('keeps the JSON Schema of nevertwice.yaml as the file is read', async () => {
  const schema = `${JSON.stringify(teamFileJsonSchema(), null, 2)}\n`;
  await expect(schema).toMatchFileSnapshot('../docs/reference/nevertwice.schema.json');
});
