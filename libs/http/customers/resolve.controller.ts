import { Controller, Inject, Post, Req, Res } from '@nestjs/common';
import type { CustomerIds } from '@tenure/importing';
import { compileShape } from '@tenure/shape';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Recorded } from '../access/recorded.js';
import { Allow } from '../authorisation/allow.js';
import { Operation } from '../openapi/operation.js';
import { HTTP_PARTS, type HttpParts } from '../parts.js';
import { Problem } from '../problems/problem.js';
import { checkedBody } from '../transport/checked-body.js';
import { ResolveCustomerRequest } from './requests.js';

const resolveRequest = compileShape(ResolveCustomerRequest);
const json = 'application/json';

/** From a personal value to the id made of it. The value is in a body, so that no access log of URLs keeps it. */
@Controller()
export class ResolveController {
  readonly #customerIds: CustomerIds;

  constructor(@Inject(HTTP_PARTS) { ports }: HttpParts) {
    this.#customerIds = ports.customerIds!;
  }

  @Post('/v1/customers/resolve')
  @Recorded('reveal')
  @Allow('integrator', 'analyst', 'auditor', 'privacy-officer')
  @Operation({
    summary: 'The id of a customer who is known by an e-mail address, a telephone number or a bank account',
    description:
      'Imports that tell customers apart by something personal make their ids of it: `c-` and an HMAC under the secret of the log. ' +
      'The answer is that id, whether or not there is such a customer. A customer whom an earlier version recorded under the value itself keeps the value for an id.',
    tag: 'customer-file',
    body: { type: json, schema: { $ref: '#/components/schemas/ResolveCustomerRequest' } },
    answers: {
      200: { description: 'The id.', type: json, schema: { type: 'object', required: ['customerId'], properties: { customerId: { type: 'string' } } } },
    },
  })
  async resolve(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const given = checkedBody(request, resolveRequest);
    const [first, ...others] = (['email', 'phone', 'account', 'value'] as const).filter((key) => given[key] !== undefined);
    if (first === undefined || others.length > 0) {
      throw new Problem('invalid-body', 'Give one of email, phone, account and value.', {
        errors: [{ pointer: '', code: 'one-of', detail: 'give one of email, phone, account and value' }],
      });
    }
    const text = given[first] as string;
    const customerId = await (first === 'value' ? this.#customerIds.idOfTyped(text) : this.#customerIds.idOf(first, text));
    if (customerId === null) {
      const detail = `${first} is not ${first === 'email' ? 'an e-mail address' : first === 'phone' ? 'a telephone number' : 'an account number'}.`;
      throw new Problem('invalid-body', detail, { errors: [{ pointer: `/${first}`, code: `not-${first}`, detail }] });
    }
    request.accessSubject = customerId;
    reply.code(200).send({ customerId });
  }
}
