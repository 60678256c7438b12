ce_program(ce-kiosk
  SOURCES kiosk/main.cpp
  USES kiosk/settings kiosk/staff kiosk/start shared/base shared/log)
