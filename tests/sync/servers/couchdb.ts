/** A server that speaks CouchDB's protocol: PouchDB's, in memory, behind the account that CouchDB itself would ask for. */
import { createServer } from 'node:http';
import express from 'express';
import expressPouch from 'express-pouchdb';
import memory from 'pouchdb-adapter-memory';
import PouchCore from 'pouchdb-core';
import { listening, type Running } from './listening';
import { ACCOUNT } from './webdav';

export async function startCouch(): Promise<Running> {
  PouchCore.plugin(memory);
  // The in-memory databases of a process are shared by name.
  const databases = PouchCore.defaults({ adapter: 'memory', prefix: `${crypto.randomUUID()}-` });
  const app = express();
  const wanted = `Basic ${Buffer.from(`${ACCOUNT.user}:${ACCOUNT.password}`).toString('base64')}`;
  app.use((request, response, next) => {
    if (request.headers.authorization === wanted) next();
    else response.status(401).json({ error: 'unauthorized', reason: 'Name or password is incorrect.' });
  });
  app.use('/', expressPouch(databases, { mode: 'minimumForPouchDB', inMemoryConfig: true, logPath: '/dev/null' }));
  return listening(createServer(app), '/vault/');
}
