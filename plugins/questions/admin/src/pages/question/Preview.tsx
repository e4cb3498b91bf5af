import { useText } from '@lyceum/core/admin';
import { Badge, Box, Flex, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import type { Rendered as RenderedQuestion } from '../../../../contract/index.ts';
import { Rendered } from '../../components/Rendered.tsx';

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Box paddingTop={5}>
      <Typography variant="sigma" textColor="neutral600" tag="h3">
        {title}
      </Typography>
      <Box paddingTop={1}>{children}</Box>
    </Box>
  );
}

/** The question as a learner will see it, with the key marked; follows the typing. */
export function Preview({
  rendered,
  isStale,
  hasAnswer,
  isEmpty,
}: {
  rendered: RenderedQuestion | null;
  isStale: boolean;
  /** False while the key of a number is not typed yet. */
  hasAnswer: boolean;
  /** True while there is no question to show. */
  isEmpty: boolean;
}) {
  const t = useText('questions');
  return (
    <Box
      tag="aside"
      aria-label={t('preview.title')}
      aria-busy={isStale}
      background="neutral0"
      hasRadius
      shadow="tableShadow"
      padding={5}
      style={{ position: 'sticky', insetBlockStart: '7.2rem', maxBlockSize: 'calc(100vh - 8.8rem)', overflowY: 'auto' }}
    >
      <Typography variant="delta" tag="h2">
        {t('preview.title')}
      </Typography>
      {rendered === null || isEmpty ? (
        <Typography tag="p" textColor="neutral600" paddingTop={3}>
          {t('preview.empty')}
        </Typography>
      ) : (
        <Box paddingTop={3}>
          <Rendered html={rendered.stem} />
        </Box>
      )}
      {rendered && rendered.options.length > 0 ? (
        <Flex
          tag="ol"
          direction="column"
          alignItems="stretch"
          gap={2}
          paddingTop={4}
          style={{ listStyle: 'none', paddingInlineStart: 0 }}
        >
          {rendered.options.map(({ id, html, isCorrect }, at) => (
            <Flex
              key={id}
              tag="li"
              gap={3}
              padding={3}
              hasRadius
              alignItems="start"
              borderColor={isCorrect ? 'success500' : 'neutral200'}
            >
              <Typography fontWeight="bold" textColor="neutral600">
                {String.fromCharCode(65 + at)}
              </Typography>
              <Box flex="1">
                <Rendered html={html} isInline />
              </Box>
              {isCorrect ? <Badge variant="success">{t('preview.right')}</Badge> : null}
            </Flex>
          ))}
        </Flex>
      ) : null}
      {rendered?.answer && hasAnswer ? (
        <Part title={t('preview.answer')}>
          <Typography dir="auto">{rendered.answer}</Typography>
        </Part>
      ) : null}
      {rendered?.hints.map((hint, at) => (
        <Part key={at} title={t('field.hint-named', { number: at + 1 })}>
          <Rendered html={hint} />
        </Part>
      ))}
      {rendered?.explanation ? (
        <Part title={t('field.explanation')}>
          <Rendered html={rendered.explanation} />
        </Part>
      ) : null}
      {rendered?.solution ? (
        <Part title={t('field.solution')}>
          <Rendered html={rendered.solution} />
        </Part>
      ) : null}
    </Box>
  );
}
