HealthyShop.Shop.Create(args).Run();
