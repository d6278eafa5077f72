import compatibility from '@mdn/browser-compat-data' with { type: 'json' };

/** The oldest browsers that the elements support. */
const oldest = { chrome: 109, edge: 109, firefox: 115, safari: 16.4 };

const { api, html, javascript } = /** @type {any} */ (compatibility);

/** Says which of the browsers lack what an entry of MDN's compatibility data is about. */
function lackedBy(/** @type {any} */ entry) {
  const support = entry?.__compat?.support;
  if (support === undefined) return '';
  return Object.entries(oldest)
    .filter(([browser, version]) => ![support[browser] ?? []].flat().some(isIn(version)))
    .map(([browser, version]) => `${browser} ${version}`)
    .join(', ');
}

const isIn = (/** @type {number} */ version) => (/** @type {any} */ statement) =>
  !statement.flags &&
  !statement.prefix &&
  !statement.alternative_name &&
  !statement.version_removed &&
  Number.parseFloat(String(statement.version_added).replace('≤', '')) <= version;

/** The entry of a member: `randomUUID` of `Crypto`, `any` of `AbortSignal`, `toSorted` of `Array`. */
const entryOf = (/** @type {string} */ owner, /** @type {string} */ name) =>
  api[owner]?.[`${name}_static`] ?? api[owner]?.[name] ?? javascript.builtins[owner]?.[name];

const isForHttpsOnly = (/** @type {{ text: string }} */ { text }) =>
  text.includes('Available only in secure contexts');

/** The tags in a template, each with its attributes. */
function* tagsIn(/** @type {string} */ markup) {
  for (const [, tag, rest] of markup.matchAll(/<([a-z][\w-]*)((?:"[^"]*"|'[^']*'|[^>"'])*)/gu)) {
    const attributes = rest.replace(/=\s*(?:"[^"]*"|'[^']*'|[^\s"']+)/gu, ' ').split(/\s+/u);
    yield { tag, attributes: attributes.map((name) => name.replace(/^\?/u, '')).filter(Boolean) };
  }
}

/**
 * Refuses what a browser in use doesn't have: members and globals, attributes in `html` templates, and
 * what pages on plain http lack. `allow` names what does no harm where it is missing.
 *
 * @type {import('eslint').Rule.RuleModule}
 */
export const youngFeatures = {
  meta: {
    type: 'problem',
    schema: [
      {
        type: 'object',
        properties: { allow: { type: 'array', items: { type: 'string' } } },
        additionalProperties: false,
      },
    ],
    messages: {
      young: '{{what}} is missing in {{browsers}}.',
      insecure: '{{what}} is missing on plain http.',
    },
  },
  create(context) {
    const { parserServices, scopeManager, ast } = context.sourceCode;
    const { program, esTreeNodeToTSNodeMap } = /** @type {any} */ (parserServices);
    const types = program.getTypeChecker();
    const allowed = new Set(context.options[0]?.allow);

    function checkAge(
      /** @type {any} */ node,
      /** @type {string} */ what,
      /** @type {any} */ entry,
    ) {
      const browsers = allowed.has(what) ? '' : lackedBy(entry);
      if (browsers) context.report({ node, messageId: 'young', data: { what, browsers } });
    }

    const isStandard = (/** @type {any} */ symbol) =>
      symbol?.declarations?.some((/** @type {any} */ declaration) =>
        program.isSourceFileDefaultLibrary(declaration.getSourceFile()),
      );

    /** The names of a type and of all that it is made of, without those that the project defines. */
    function ownersOf(/** @type {any} */ type, /** @type {Set<string>} */ names = new Set()) {
      const apparent = types.getApparentType(types.getNonNullableType(type));
      if (isStandard(apparent.symbol)) names.add(apparent.symbol.name.replace(/Constructor$/u, ''));
      for (const part of [...(apparent.types ?? []), ...(apparent.getBaseTypes() ?? [])]) {
        ownersOf(part, names);
      }
      return names;
    }

    function checkMember(
      /** @type {any} */ node,
      /** @type {any} */ object,
      /** @type {string} */ key,
    ) {
      const place = esTreeNodeToTSNodeMap.get(object);
      const type = types.getTypeAtLocation(place);
      const owners = ownersOf(type);
      // What a class itself has, such as `AbortSignal.any`, belongs to no type with a name.
      if (object.type === 'Identifier' && isStandard(types.getSymbolAtLocation(place))) {
        owners.add(object.name);
      }
      const owner = [...owners].find((name) => entryOf(name, key));
      if (owner !== undefined) checkAge(node, `${owner}.${key}`, entryOf(owner, key));
      const member = type.getProperty(key);
      if (isStandard(member) && member.getDocumentationComment(types).some(isForHttpsOnly)) {
        context.report({ node, messageId: 'insecure', data: { what: key } });
      }
    }

    return {
      Program() {
        for (const { identifier, isValueReference } of /** @type {any} */ (
          scopeManager.acquire(ast)?.through ?? []
        )) {
          const { name } = identifier;
          const entry = api[name] ?? api.Window[name] ?? javascript.builtins[name];
          if (isValueReference) checkAge(identifier, name, entry);
        }
      },
      MemberExpression({ object, property, computed }) {
        if (!computed && property.type === 'Identifier') {
          checkMember(property, object, property.name);
        }
      },
      VariableDeclarator({ id, init }) {
        if (id.type !== 'ObjectPattern' || !init) return;
        for (const property of id.properties) {
          if (property.type === 'Property' && property.key.type === 'Identifier') {
            checkMember(property, init, property.key.name);
          }
        }
      },
      TaggedTemplateExpression({ tag, quasi }) {
        if (tag.type !== 'Identifier' || tag.name !== 'html') return;
        const markup = quasi.quasis.map(({ value }) => value.raw).join('x');
        for (const { tag: name, attributes } of tagsIn(markup)) {
          const element = html.elements[name];
          checkAge(quasi, `<${name}>`, element);
          for (const attribute of attributes) {
            const entry = element?.[attribute] ?? html.global_attributes[attribute];
            checkAge(quasi, `<${name} ${attribute}>`, entry);
          }
        }
      },
    };
  },
};

/** Syntax that the build doesn't turn into older one. */
export const youngSyntax = [
  {
    selector: 'Literal[regex.flags=/v/], Literal[regex.pattern=/\\(\\?[ims]*-?[ims]+:/]',
    message: 'Sets and modifiers in regular expressions are younger than the oldest browsers.',
  },
  {
    selector: 'ImportDeclaration[attributes.length>0]',
    message: 'Attributes of imports are younger than the oldest browsers.',
  },
];
