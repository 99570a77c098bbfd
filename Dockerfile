# The ingest server with its script, dashboard and guide. Nothing but Node.js and this program is in it.
FROM node:24-bookworm-slim AS sources
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY packages/client/package.json packages/client/
COPY packages/dashboard/package.json packages/dashboard/
COPY packages/ingest-server/package.json packages/ingest-server/
COPY packages/partnerstack-js/package.json packages/partnerstack-js/
COPY examples/demo/package.json examples/demo/
COPY examples/ecommerce/package.json examples/ecommerce/
COPY examples/stripe-checkout/package.json examples/stripe-checkout/
COPY examples/stripe-standin/package.json examples/stripe-standin/

# What the server needs while it runs.
FROM sources AS modules
RUN npm ci --omit=dev --workspace partnerstack-ingest

# What browsers are given.
FROM sources AS pages
RUN npm ci
COPY . .
RUN npm run -s build

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8010 DATABASE_URL=file:/data/partnerstack.db
# What Node compiles is kept: a server that starts again takes a fifth less memory. And one pool of memory for all threads.
ENV NODE_COMPILE_CACHE=/data/.compiled MALLOC_ARENA_MAX=1
WORKDIR /app
COPY --from=modules /app/node_modules node_modules
# With modules of its own, where another workspace has another version.
COPY --from=modules /app/packages/ingest-server packages/ingest-server
COPY --from=pages /app/packages/partnerstack-js/dist packages/partnerstack-js/dist
COPY --from=pages /app/packages/dashboard/dist packages/dashboard/dist
COPY --from=pages /app/docs/.vitepress/dist docs/.vitepress/dist
COPY packages/ingest-server/src packages/ingest-server/src
RUN install -d -o node -g node -m 700 /data
USER node
VOLUME /data
EXPOSE 8010
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "--max-semi-space-size=8", "--disable-warning=ExperimentalWarning", "packages/ingest-server/src/main.ts"]
CMD ["serve"]
