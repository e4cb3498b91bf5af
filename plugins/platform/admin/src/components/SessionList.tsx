import { useDates, useText } from '@lyceum/core/admin';
import { Button, Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import type { z } from 'zod';
import type { UserSession } from '../../../contract/users.ts';

type Session = z.output<typeof UserSession>;

export type SessionListProps = { sessions: readonly Session[]; mayEnd: boolean; onEnd(session: Session): void };

/** Where somebody is signed in. */
export function SessionList({ sessions, mayEnd, onEnd }: SessionListProps) {
  const t = useText('platform');
  const { dateTime } = useDates();
  if (sessions.length === 0) return <Typography textColor="neutral600">{t('sessions.none')}</Typography>;
  return (
    <Table colCount={5} rowCount={sessions.length + 1}>
      <Thead>
        <Tr>
          {['device', 'ip', 'createdAt', 'lastSeenAt', 'act'].map((column) => (
            <Th key={column}>
              <Typography variant="sigma">{t(`sessions.${column}`)}</Typography>
            </Th>
          ))}
        </Tr>
      </Thead>
      <Tbody>
        {sessions.map((session) => (
          <Tr key={session.id}>
            <Td>
              <Typography>{session.device || t('sessions.unknown-device')}</Typography>
            </Td>
            <Td>
              <Typography>{session.ip ?? '–'}</Typography>
            </Td>
            <Td>
              <Typography>{dateTime(session.createdAt)}</Typography>
            </Td>
            <Td>
              <Typography>{dateTime(session.lastSeenAt)}</Typography>
            </Td>
            <Td>
              {mayEnd ? (
                <Button size="S" variant="danger-light" onClick={() => onEnd(session)}>
                  {t('sessions.end')}
                </Button>
              ) : null}
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
