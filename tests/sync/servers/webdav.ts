/** Four WebDAV servers as Debian has them, each with one account and no tuning beyond what makes it a WebDAV server. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { PROGRAMS } from '../../tools/servers.mjs';
import type { Recipe } from './process';

export const ACCOUNT = { user: 'anna', password: 'påss wörd:1' };

const ROOT = process.getuid?.() === 0;
const HASHED = `${ACCOUNT.user}:{SHA}${createHash('sha1').update(ACCOUNT.password).digest('base64')}\n`;

export const lighttpd: Recipe = {
  program: PROGRAMS.lighttpd,
  path: '/',
  args: (folder) => ['-D', '-f', `${folder}/conf`],
  files: (folder, port) => ({
    users: `${ACCOUNT.user}:${ACCOUNT.password}\n`,
    conf: `
server.port = ${port}
server.bind = "127.0.0.1"
server.document-root = "${folder}/data"
server.errorlog = "${folder}/log"
server.modules = ("mod_auth", "mod_authn_file", "mod_webdav")
mimetype.assign = ("" => "application/octet-stream")
webdav.activate = "enable"
auth.backend = "htpasswd"
auth.backend.htpasswd.userfile = "${folder}/users"
auth.require = ("/" => ("method" => "basic", "realm" => "vault", "require" => "valid-user"))
`.replaceAll('htpasswd', 'plain'),
  }),
};

const APACHE_MODULES = ['mpm_event', 'authn_core', 'authn_file', 'authz_core', 'authz_user', 'auth_basic', 'dav', 'dav_fs'];

export const apache: Recipe = {
  program: PROGRAMS.apache,
  path: '/',
  args: (folder) => ['-f', `${folder}/conf`, '-DFOREGROUND'],
  files: (folder, port) => ({
    users: HASHED,
    conf: `
ServerName localhost
ServerRoot "${folder}"
Listen 127.0.0.1:${port}
PidFile "${folder}/pid"
ErrorLog "${folder}/log"
${APACHE_MODULES.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`).join('\n')}
${ROOT ? 'User www-data\nGroup www-data' : ''}
DocumentRoot "${folder}/data"
DavLockDB "${folder}/data/.locks"
<Directory "${folder}/data">
  Dav On
  AuthType Basic
  AuthName vault
  AuthUserFile "${folder}/users"
  Require valid-user
</Directory>
`,
  }),
};

const DAV_EXT = '/usr/lib/nginx/modules/ngx_http_dav_ext_module.so';

export const nginx: Recipe = {
  program: PROGRAMS.nginx,
  path: '/',
  args: (folder) => ['-p', folder, '-c', `${folder}/conf`, '-e', `${folder}/log`],
  files: (folder, port) => ({
    users: HASHED,
    conf: `
${existsSync(DAV_EXT) ? `load_module ${DAV_EXT};` : ''}
${ROOT ? 'user www-data;' : ''}
daemon off;
pid ${folder}/pid;
events {}
http {
  access_log off;
  client_max_body_size 100m;
${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `  ${name}_temp_path ${folder}/data-${name};`).join('\n')}
  server {
    listen 127.0.0.1:${port};
    root ${folder}/data;
    auth_basic vault;
    auth_basic_user_file ${folder}/users;
    dav_methods PUT DELETE MKCOL COPY MOVE;
    dav_ext_methods PROPFIND OPTIONS;
  }
}
`,
  }),
};

export const rclone: Recipe = {
  program: PROGRAMS.rclone,
  path: '/',
  args: (folder, port) => [
    ...['serve', 'webdav', `${folder}/data`, '--addr', `127.0.0.1:${port}`, '--config', `${folder}/none`],
    ...['--user', ACCOUNT.user, '--pass', ACCOUNT.password],
  ],
  files: () => ({}),
};
