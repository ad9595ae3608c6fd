-- CreateIndex
CREATE INDEX "AuditEntry_roomId_id_idx" ON "AuditEntry"("roomId", "id");
