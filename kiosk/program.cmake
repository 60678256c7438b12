ce_program(ce-kiosk
  SOURCES kiosk/main.cpp
  USES kiosk/set_up kiosk/settings kiosk/staff kiosk/start shared/base shared/log)
