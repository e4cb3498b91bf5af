import path from 'node:path';
import { z } from 'zod';
import { address, port } from './fields.ts';
import { isLoopback } from './loopback.ts';
import { defineSection } from './section.ts';

export const serverSection = defineSection({
  name: 'server',
  title: 'Addresses and folders',
  schema: z.object({
    LYCEUM_DATA: z
      .string()
      .default('.data')
      .describe('Folder for everything a start keeps: database, Redis, files, mail tray, logs and secrets.'),
    PUBLIC_URL: address(['http', 'https'], 'https://learn.example.org')
      .optional()
      .describe(
        'Address under which people reach the site; demo accounts exist only while it is this machine (default http://127.0.0.1:SITE_PORT).',
      ),
    LISTEN_HOST: z.string().default('127.0.0.1').describe('Network address the processes listen on; 0.0.0.0 in a container.'),
    SITE_PORT: port(4321).describe('Port of the site, the one public origin.'),
    CMS_PORT: port(1337).describe('Port of the cms behind the site.'),
    CMS_URL: address(['http', 'https'], 'http://cms:1337')
      .optional()
      .describe('Address under which the site reaches the cms (default http://127.0.0.1:CMS_PORT).'),
  }),
  shape: (values, { repository }) => {
    const publicUrl = new URL(values.PUBLIC_URL ?? `http://127.0.0.1:${values.SITE_PORT}`);
    return {
      dataDir: path.resolve(repository, values.LYCEUM_DATA),
      /** Without a slash at its end. */
      publicUrl: publicUrl.href.replace(/\/$/, ''),
      publicHost: publicUrl.host,
      isSecure: publicUrl.protocol === 'https:',
      isLoopback: isLoopback(publicUrl.hostname),
      listenHost: values.LISTEN_HOST,
      sitePort: values.SITE_PORT,
      cmsPort: values.CMS_PORT,
      cmsUrl: (values.CMS_URL ?? `http://127.0.0.1:${values.CMS_PORT}`).replace(/\/$/, ''),
    };
  },
});
