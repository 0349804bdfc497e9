import { Controller, Inject, Post, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { principalOfAllRoles, roles, type SignInCodes, signInMaker } from '@tenure/access';
import { compileShape } from '@tenure/shape';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { addressOf, entryOf } from '../access/record-access.js';
import { Public } from '../authorisation/allow.js';
import { LoginThrottle } from '../authorisation/login-throttle.js';
import { Operation } from '../openapi/operation.js';
import { refer } from '../openapi/refer.js';
import { HTTP_PARTS, type HttpParts } from '../parts.js';
import type { Audit } from '../ports.js';
import { Problem } from '../problems/problem.js';
import { checkedBody } from '../transport/checked-body.js';
import { isFromThisMachine } from './from-this-machine.js';
import { keyBody } from './key-body.js';
import { CreateKey } from './key-commands.js';
import { SignInRequest } from './requests.js';

const signInRequest = compileShape(SignInRequest);
const json = 'application/json';
/** As long as a working day, and no longer than a tab is left open by mistake. */
const LASTS_MS = 12 * 3_600_000;

/** The one-time code that `tenure start` printed is exchanged for a key. */
@Controller()
export class SignInController {
  readonly #codes: Pick<SignInCodes, 'take'>;
  readonly #audit: Audit;
  readonly #throttle = new LoginThrottle();

  constructor(
    private readonly bus: CommandBus,
    @Inject(HTTP_PARTS) { ports }: HttpParts,
  ) {
    this.#codes = ports.signInCodes!;
    this.#audit = ports.audit;
  }

  @Post('/v1/sign-in')
  @Public()
  @Operation({
    summary: 'Sign a browser in on the machine of the engine',
    description:
      'The code stands in the address that `tenure start` prints; it is valid once, for ten minutes, and from the same machine only. The key of it has all roles, ' +
      'is called "dashboard on this machine" and ends after 12 hours.',
    tag: 'keys',
    takesSecret: true,
    body: { type: json, schema: { $ref: '#/components/schemas/SignInRequest' } },
    answers: { 201: { description: 'With `token`, which is shown this once and kept nowhere.', type: json, schema: refer('CreatedKey') } },
  })
  async signIn(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { code } = checkedBody(request, signInRequest);
    if (!isFromThisMachine(request))
      throw this.#refused(request, new Problem('forbidden', 'A code is taken from the machine of the engine only, and by no gateway. Sign in with a key.'));
    if (!this.#codes.take(code)) throw this.#refused(request, this.#unknown(request));
    const wanted = { name: 'dashboard on this machine', roles, expiresAt: Date.now() + LASTS_MS };
    const { token, ...entry } = await this.bus.execute(new CreateKey(wanted, principalOfAllRoles(signInMaker, 'the one-time code of this machine')));
    reply
      .code(201)
      .header('Cache-Control', 'no-store')
      .send({ ...keyBody(entry), token });
  }

  #refused(request: FastifyRequest, problem: Problem): Problem {
    this.#audit.record(entryOf(request, 'login', 'refused'));
    return problem;
  }

  /** A good code is let in whatever came before it, as a good key is. */
  #unknown(request: FastifyRequest): Problem {
    const retryAfterSeconds = this.#throttle.failed(addressOf(request));
    if (retryAfterSeconds > 0)
      return new Problem('too-many-failed-logins', `Too many unknown codes came from this address. Try the next in ${retryAfterSeconds} s.`, {
        retryAfterSeconds,
      });
    return new Problem(
      'unauthenticated',
      'The code is not known, was used before, or is older than ten minutes. Sign in with a key, or start the engine again for another code.',
      {
        code: 'code-not-good',
      },
    );
  }
}
