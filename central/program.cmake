ce_program(ce-central
           SOURCES central/main.cpp
           USES shared/base shared/crash shared/log shared/openssl shared/service central/alarms central/batches central/electronic_copy central/feed central/fleet central/grants central/imports central/jobs central/kiosk_ca central/register_jobs central/rejudging central/roster central/settings central/start
                central/store central/verification central/http)
