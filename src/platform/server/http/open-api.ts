// The OpenAPI page for other departments, made from the contract.

import type { AnyContractRouter } from '@orpc/contract';
import { OpenAPIGenerator } from '@orpc/openapi';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';

/** Made once, at the first request. */
export function openApiDocument(contract: AnyContractRouter): () => Promise<unknown> {
  let made: Promise<unknown> | undefined;
  return () => {
    made ??= new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] }).generate(contract, {
      info: { title: '守望 Shouwang', version: '1' },
      servers: [{ url: '/api' }],
    });
    return made;
  };
}
