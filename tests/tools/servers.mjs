// The servers that the sync tests talk to. All are packages of Debian and Ubuntu; on other systems of Homebrew and the like.
import { existsSync } from 'node:fs';

/** The programs, where Debian puts them. */
export const PROGRAMS = {
  lighttpd: '/usr/sbin/lighttpd',
  apache: '/usr/sbin/apache2',
  nginx: '/usr/sbin/nginx',
  rclone: '/usr/bin/rclone',
  git: '/usr/bin/git',
};

export const PACKAGES = ['apache2', 'git', 'lighttpd', 'lighttpd-mod-webdav', 'nginx', 'libnginx-mod-http-dav-ext', 'rclone'];

/** What to type where they are missing. */
export const INSTALL = `apt-get install -y --no-install-recommends ${PACKAGES.join(' ')}`;

/** The modules that make WebDAV servers of them. */
const MODULES = [
  '/usr/lib/lighttpd/mod_webdav.so',
  '/usr/lib/apache2/modules/mod_dav_fs.so',
  '/usr/lib/nginx/modules/ngx_http_dav_ext_module.so',
];

/** Paths of what is not there. */
export function missingServers() {
  return [...Object.values(PROGRAMS), ...MODULES].filter((path) => !existsSync(path));
}
