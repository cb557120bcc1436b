-- CreateEnum
CREATE TYPE "expense_state" AS ENUM ('declared', 'approved', 'refused', 'reimbursed', 'withdrawn');

-- CreateEnum
CREATE TYPE "expense_step_kind" AS ENUM ('declared', 'corrected', 'approved', 'unapproved', 'refused', 'unrefused', 'reimbursed', 'unreimbursed', 'withdrawn', 'restored');

-- CreateTable
CREATE TABLE "expenses" (
    "id" UUID NOT NULL,
    "community_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "context_id" UUID NOT NULL,
    "period_id" UUID,
    "paid_period_id" UUID,
    "member_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "state" "expense_state" NOT NULL,
    "asked_ids" UUID[],
    "receipt" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "expenses_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "expense_steps" (
    "id" UUID NOT NULL,
    "community_id" UUID NOT NULL,
    "expense_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" "expense_step_kind" NOT NULL,
    "member_id" UUID NOT NULL,
    "content" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "expense_steps_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "needs" (
    "id" UUID NOT NULL,
    "community_id" UUID NOT NULL,
    "context_id" UUID NOT NULL,
    "sealed" TEXT NOT NULL,

    CONSTRAINT "needs_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "expenses_context_id_period_id_idx" ON "expenses"("context_id", "period_id");

-- CreateIndex
CREATE UNIQUE INDEX "expenses_community_id_number_key" ON "expenses"("community_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "expense_steps_expense_id_position_key" ON "expense_steps"("expense_id", "position");

-- CreateIndex
CREATE INDEX "needs_context_id_idx" ON "needs"("context_id");
