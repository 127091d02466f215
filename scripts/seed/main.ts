/**
 * `npm run seed -- --url https://… --username … --password …`: the demo firm in a running org, local or real. For an org
 * without passwords: `--instance-url` and `--access-token`, as `sf org display` shows them.
 */
import { parseArgs } from 'node:util';
import { Connection } from 'jsforce';
import { API_VERSION } from './api-version.ts';
import { seed } from './seed.ts';

const { values } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://localhost:6100' },
    username: { type: 'string', default: 'admin@keelson.example' },
    password: { type: 'string', default: 'keelson' },
    'instance-url': { type: 'string' },
    'access-token': { type: 'string' },
    today: { type: 'string', default: new Date().toISOString().slice(0, 10) },
  },
});

const connection =
  values['access-token'] === undefined
    ? new Connection({ loginUrl: values.url, version: API_VERSION })
    : new Connection({
        instanceUrl: values['instance-url'],
        accessToken: values['access-token'],
        version: API_VERSION,
      });
if (values['access-token'] === undefined) await connection.login(values.username, values.password);
await seed(connection, {
  today: values.today,
  progress: (text) => process.stdout.write(`Making ${text} …\n`),
  summary: (text) => process.stdout.write(`Made in ${text}\n`),
});
